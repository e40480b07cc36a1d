using Klotho.Analysis.Collections;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>
/// What all files together say: one setting per key (the last layer that names it wins) and every id they mention,
/// both in the order of the files.
/// </summary>
public sealed record KlothoConfiguration(EquatableArray<Setting> Settings, EquatableArray<Mention> Mentions)
{
    public static readonly KlothoConfiguration Empty = new(EquatableArray<Setting>.Empty, EquatableArray<Mention>.Empty);

    /// <summary>What the settings require, sorted by key.</summary>
    public EquatableArray<Requirement> Requirements { get; init; }

    /// <summary>The existing resources that are to be adopted, sorted by node.</summary>
    public EquatableArray<ImportedResource> Imports { get; init; }

    /// <summary>The names under <c>environments</c>, sorted.</summary>
    public EquatableArray<string> Environments { get; init; }

    /// <summary>The application's name, where a file gives one.</summary>
    public string? App => Text("app");

    /// <summary>The project, solution or folder to compile, relative to the file, where a file gives one.</summary>
    public string? Path => Text("path");

    /// <summary>The language of the emitted program.</summary>
    public string Language => Text("language") ?? ConfigurationModel.Languages[0];

    /// <summary>The folder to write, relative to the file.</summary>
    public string OutDir => Text("out_dir") ?? ConfigurationModel.DefaultOutDir;

    public string Provider => Text("provider") ?? ConfigurationModel.Providers[0];

    /// <summary>The region, where a file or option names one; <see cref="RegionChoice"/> chooses otherwise.</summary>
    public RegionName? Region => Text("region") is { } name ? new RegionName(name) : null;

    /// <summary>Where the Kubernetes cluster comes from, for plans that need one.</summary>
    public ClusterSettings Cluster => ClusterKey.Read(this);

    public Setting? Find(string path) => Settings.Items.FirstOrDefault(setting => setting.Path == path);

    private string? Text(string path) => Find(path)?.Value.ToString();
}
