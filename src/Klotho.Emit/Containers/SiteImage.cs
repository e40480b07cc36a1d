namespace Klotho.Emit.Containers;

/// <summary>A final stage of the Dockerfile that is a web server with the files of a static unit.</summary>
/// <param name="Unit">The static unit's id.</param>
/// <param name="Folder">The folder with the built files, relative to the project.</param>
public sealed record SiteImage(string Unit, string Folder)
{
    /// <summary>The stage's name: ids hold no underscores, so no unit is called like it.</summary>
    public string Stage => $"{Unit}_site";

    /// <summary>What builds the files; null where they are there already.</summary>
    public string? BuildCommand { get; init; }

    /// <summary>Where it runs, relative to the project.</summary>
    public string BuildDirectory { get; init; } = ".";
}
