using Microsoft.AspNetCore.Builder;

namespace Klotho.Wiring;

/// <summary>A folder of files that the process which serves the application serves at its root.</summary>
/// <param name="id">The static unit's id.</param>
/// <param name="folder">The folder, relative to the content root.</param>
/// <param name="indexDocument">The file served at <c>/</c> and for client-side routes; null for none.</param>
/// <param name="buildCommand">The command that builds the folder, if one does.</param>
/// <param name="buildDirectory">The directory to run it in, relative to the content root; null for the content root.</param>
public sealed class StaticUnitDeclaration(
    string id, string folder, string? indexDocument = null, string? buildCommand = null, string? buildDirectory = null) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The file served at <c>/</c> and for client-side routes.</summary>
    public string? IndexDocument { get; } = indexDocument;

    /// <summary>The command that builds the folder.</summary>
    public string? BuildCommand { get; } = buildCommand;

    /// <summary>The directory to run it in.</summary>
    public string? BuildDirectory { get; } = buildDirectory;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }

    /// <inheritdoc />
    public override void Map(WebApplication app, ProcessRole role)
    {
        if (!role.ServesApplication)
        {
            return;
        }

        var folder = new LateFolder(Path.GetFullPath(Path.Combine(app.Environment.ContentRootPath, Folder)));
        app.Lifetime.ApplicationStopped.Register(folder.Dispose);
        if (IndexDocument is not null)
        {
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = folder, DefaultFileNames = [IndexDocument] });
        }

        app.UseStaticFiles(new StaticFileOptions { FileProvider = folder });
        app.Use(new StaticUnitPages(this, folder).ServeAsync);
    }
}
