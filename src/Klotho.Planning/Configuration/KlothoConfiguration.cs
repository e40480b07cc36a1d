using Klotho.Analysis.Collections;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Configuration;

/// <summary>
/// What all files together say: one setting per key (the last file that names it wins) and every id they mention,
/// both in the order of the files.
/// </summary>
public sealed record KlothoConfiguration(EquatableArray<Setting> Settings, EquatableArray<Mention> Mentions)
{
    public static readonly KlothoConfiguration Empty = new(EquatableArray<Setting>.Empty, EquatableArray<Mention>.Empty);

    /// <summary>The application's name, where a file gives one.</summary>
    public string? App => Text("app");

    /// <summary>The project, solution or folder to compile, relative to the file, where a file gives one.</summary>
    public string? Path => Text("path");

    /// <summary>The folder to write, relative to the file.</summary>
    public string OutDir => Text("out_dir") ?? ConfigurationModel.DefaultOutDir;

    public string Provider => Text("provider") ?? ConfigurationModel.Providers[0];

    public Setting? Find(string path) => Settings.Items.FirstOrDefault(setting => setting.Path == path);

    private string? Text(string path) => Find(path)?.Value.ToString();
}
