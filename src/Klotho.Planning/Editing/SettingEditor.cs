using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;
using Klotho.Planning.YamlEditing;

namespace Klotho.Planning.Editing;

/// <summary>Sets keys of klotho.yaml and takes them away, as far as the model of the file allows.</summary>
public static class SettingEditor
{
    public static SettingEdit Set(EditedSetting wish, string typed, ConfigurationInput input)
    {
        var value = TypedValue.Read(wish.Key, typed, ConfigurationModel.Of(input.Catalogue));
        var path = Spelled(wish, value.Key, input);
        var edit = Result(wish, path, YamlEditor.Set(wish.File.Text, path, value.Value), input);
        return edit with { Advice = Advice(path, typed, edit.Diagnostics) };
    }

    public static SettingEdit Unset(EditedSetting wish, ConfigurationInput input)
    {
        var path = Spelled(wish, wish.Key, input);
        return Result(wish, path, YamlEditor.Unset(wish.File.Text, path, wish.Above.Count), input);
    }

    /// <summary>Why there can be no such key in the file; null where there can.</summary>
    public static string? Unknown(string key, PlanningCatalogue catalogue)
    {
        if (KeyPath.Parse(key) is not { } path)
        {
            return $"'{key}' is no key. A key is names with dots between them, such as execution_units.ocr.type.";
        }

        var findings = new KeyFindings();
        var nothing = new YamlScalar(new(new(""), 1, 1, 1, 1), "", Plain: true);
        ConfigurationModel.Of(catalogue).Check(new KeyPlace("", nothing.Location), TypedValue.Nest(path, nothing), findings);
        return findings.Diagnostics.FirstOrDefault(found => found.Rule != KeyRules.WrongKind)?.Message;
    }

    /// <summary>
    /// A requirement may stand in its short form (<c>latency: 300ms</c>) or in full
    /// (<c>latency: {p99: 300ms}</c>): the form that the file has stays.
    /// </summary>
    private static KeyPath Spelled(EditedSetting wish, KeyPath full, ConfigurationInput input)
    {
        var (asked, whole) = (wish.InFile(wish.Key), wish.InFile(full));
        var above = whole.Take(whole.Count - 1);
        return YamlEditor.Find(wish.File.Text, whole) is not null || YamlEditor.Find(wish.File.Text, asked) is YamlMapping { Entries.Count: > 0 } ? whole
            : YamlEditor.Find(wish.File.Text, above) is YamlScalar { IsNothing: false } && Sets(wish, full, input) ? above
            : asked;
    }

    /// <summary>Whether the file sets the key, in whatever form.</summary>
    private static bool Sets(EditedSetting wish, KeyPath key, ConfigurationInput input) => ConfigurationReader
        .Run(new ConfigurationInput(new([wish.File]), input.Catalogue) { Environment = wish.Above.Count > 0 ? wish.Above.Keys[^1] : null })
        .Configuration.Find($"{key}") is not null;

    private static SettingEdit Result(EditedSetting wish, KeyPath path, YamlEdit edit, ConfigurationInput input)
    {
        var before = ConfigurationReader.Run(With(input, wish.File));
        if (edit.Refusal == EditRefusal.Unreadable)
        {
            return new(path, edit.Text, "", before.Diagnostics);
        }

        var mistake = Sentence(wish, path, edit);
        var after = ConfigurationReader.Run(With(input, wish.File with { Text = edit.Text }));
        return new(path, edit.Text, mistake, mistake.Length > 0 ? default : Added(before.Diagnostics, after.Diagnostics));
    }

    /// <summary>Another type may not take what stands beside it.</summary>
    private static string Advice(KeyPath path, string typed, IEnumerable<KlothoDiagnostic> diagnostics)
    {
        var foreign = diagnostics.Where(found => path.Keys[^1] == "type" && found.Rule == KeyRules.UnknownParameter)
            .Select(found => $"`klotho unset {path.Take(path.Count - 1)}.infra_params.{found.Arguments[1]}`").ToList();
        return foreign.Count == 0 ? "" : $"First take away what `{typed}` does not take: {string.Join(", ", foreign)}.";
    }

    /// <summary>What was wrong before is not this edit's doing, wherever it stands now.</summary>
    public static EquatableArray<KlothoDiagnostic> Added(IEnumerable<KlothoDiagnostic> before, IEnumerable<KlothoDiagnostic> after)
    {
        var known = before.GroupBy(Identity).ToDictionary(group => group.Key, group => group.Count());
        return after.Where(found => (known[Identity(found)] = known.GetValueOrDefault(Identity(found)) - 1) < 0).ToEquatableArray();
    }

    private static (DiagnosticCode Code, string Message) Identity(KlothoDiagnostic found) => (found.Rule.Code, found.Message);

    /// <summary>The files with this one among them: in the place of its predecessor, or first where there is none.</summary>
    private static ConfigurationInput With(ConfigurationInput input, ConfigurationFile file) => input with
    {
        Files = input.Files.Items.Any(known => known.Path == file.Path)
            ? input.Files.Items.Select(known => known.Path == file.Path ? file : known).ToEquatableArray()
            : new([file, .. input.Files]),
    };

    private static string Sentence(EditedSetting wish, KeyPath path, YamlEdit edit) => edit.Refusal switch
    {
        EditRefusal.NotThere => $"'{Name(wish)}' does not set `{path}`. {Spelling.Hint($"{path}", SetKeys(wish.File.Text), "It sets nothing.")}",
        EditRefusal.HoldsKeys => $"`{path}` holds keys of its own. Set one of them, such as `{SetKeys(wish.File.Text).First(key => key.StartsWith($"{path}.", StringComparison.Ordinal))}`.",
        EditRefusal.HoldsValue => $"`{edit.At}` holds a value in '{Name(wish)}', so `{path}` can't stand below it. Unset `{edit.At}` first.",
        EditRefusal.Entangled => $"`{path}` can't be changed in '{Name(wish)}' without touching what stands around it. Edit the file by hand.",
        _ => "",
    };

    private static string Name(EditedSetting wish) => wish.File.Path.Value[(wish.File.Path.Value.LastIndexOfAny(['/', '\\']) + 1)..];

    private static List<string> SetKeys(string text) => [.. YamlEditor.Keys(text)];
}
