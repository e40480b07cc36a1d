using Klotho.Analysis.Collections;
using Klotho.Cli.Pipeline;
using Klotho.Planning.YamlEditing;

namespace Klotho.Cli.Editing;

/// <summary>The file that an edit is for. <paramref name="Above"/> is where the environment's settings stand in it.</summary>
internal sealed record EditTarget(string File, string Text, KeyPath Above)
{
    private static readonly KeyPath AtRoot = new(EquatableArray<string>.Empty);

    /// <summary>
    /// The main file; for an environment its overlay, or its part of the main file where it has no overlay or where only
    /// that part sets the key.
    /// </summary>
    public static EditTarget Of(ConfigurationSources sources, string? environment, KeyPath key)
    {
        var main = TextOf(sources, sources.Main) ?? "";
        if (environment is null)
        {
            return new(sources.Main, main, AtRoot);
        }

        var part = new EditTarget(sources.Main, main, new(new(["environments", environment])));
        var overlay = ConfigurationSources.Overlay(sources.Main, environment);
        return TextOf(sources, overlay) is { } text && (YamlEditor.Find(text, key) is not null || YamlEditor.Find(main, key.Under([.. part.Above.Keys])) is null)
            ? new(overlay, text, AtRoot)
            : part;
    }

    private static string? TextOf(ConfigurationSources sources, string path) =>
        sources.Files.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault();
}
