namespace Klotho;

/// <summary>Declares a folder of files to serve: by the application locally, by a content network when deployed.</summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
/// <param name="folder">The folder of built files, relative to the project.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StaticUnitAttribute(string id, string folder) : Attribute
{
    /// <summary>The static unit's id.</summary>
    public string Id { get; } = id;

    /// <summary>The folder of built files, relative to the project, with forward slashes.</summary>
    public string Folder { get; } = folder;

    /// <summary>The file served at <c>/</c> and for client-side routes. None by default.</summary>
    public string? IndexDocument { get; set; }

    /// <summary>The command that builds the folder, run by <c>klotho compile</c> and <c>klotho run</c>: <c>npm ci &amp;&amp; npm run build</c>.</summary>
    public string? BuildCommand { get; set; }

    /// <summary>The directory in which <see cref="BuildCommand"/> runs, relative to the project. The project's directory by default.</summary>
    public string? BuildDirectory { get; set; }
}
