namespace Klotho;

/// <summary>Puts files of the project into the image of every unit, at the same path below the content root.</summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
/// <param name="folder">The folder, relative to the project, with forward slashes.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EmbedAssetsAttribute(string id, string folder) : Attribute
{
    /// <summary>The assets' id.</summary>
    public string Id { get; } = id;

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
