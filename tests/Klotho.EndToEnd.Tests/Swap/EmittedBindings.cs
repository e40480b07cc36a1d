using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The environment that the emitted output gives to each unit and schedule, with what only a deployment knows filled in.</summary>
internal static partial class EmittedBindings
{
    /// <summary>What the plain manifests set, and the keys of secrets where they take a variable from one.</summary>
    /// <param name="output">The folder that was emitted.</param>
    /// <param name="known">What a value is where things really are: of addresses, of folders.</param>
    /// <param name="secret">The value that a secret has at a key.</param>
    public static SortedDictionary<string, Settings> OfManifests(string output, Func<string, string> known, Func<string, string, string> secret)
    {
        var environments = new SortedDictionary<string, Settings>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(output, "kubernetes"), "*.yaml"))
        {
            var (text, name) = (File.ReadAllText(file), OwnerFile.Match(Path.GetFileName(file)).Groups["name"].Value);
            if (name.Length == 0)
            {
                continue;
            }

            environments[name] = new(Plain.Matches(text).Select(variable => KeyValuePair.Create(variable.Groups["name"].Value, known(variable.Groups["value"].Value)))
                .Concat(FromSecret.Matches(text).Select(variable => KeyValuePair.Create(variable.Groups["name"].Value, secret(variable.Groups["secret"].Value, variable.Groups["key"].Value))))
                .Concat(Uses(output, name)));
        }

        return environments;
    }

    /// <summary>What the emitted program sets, of tasks and functions.</summary>
    /// <param name="output">The folder that was emitted.</param>
    /// <param name="resource">What an output of a resource is, by the program's own name for it: <c>ordersStore.Table.Name</c>.</param>
    /// <param name="known">What a value is where things really are.</param>
    public static SortedDictionary<string, Settings> OfProgram(string output, Func<string, string> resource, Func<string, string> known)
    {
        var environments = new SortedDictionary<string, Settings>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(output, "infra"), "*Unit.cs"))
        {
            var variables = Variable.Matches(File.ReadAllText(file))
                .Select(variable => KeyValuePair.Create(variable.Groups["name"].Value, known(Hole.Replace(variable.Groups["value"].Value, hole => resource(hole.Groups["name"].Value)))))
                .ToList();
            var unit = variables.Single(variable => variable.Key == "Klotho__Unit").Value;
            environments[unit] = new(variables.Concat(Uses(output, unit)));
        }

        return environments;
    }

    // What the unit's image says that its code uses: with it, a process does not start where one of these is bound to nothing.
    private static IEnumerable<KeyValuePair<string, string>> Uses(string output, string unit) =>
        Regex.Match(File.ReadAllText(Path.Combine(output, "containers", "Dockerfile")), $@" AS {unit}\n(?:(?!FROM ).*\n)*?ENV (?<name>Klotho__Uses)=(?<value>.+)\n") is { Success: true } uses
            ? [KeyValuePair.Create(uses.Groups["name"].Value, uses.Groups["value"].Value)]
            : [];

    [GeneratedRegex(@"^(exec-unit|schedule)-(?<name>.+)\.yaml$")]
    private static partial Regex OwnerFile { get; }

    [GeneratedRegex(@"- name: (?<name>(AWS|Klotho)_\w+)\n\s+value: ""?(?<value>[^""\n]*)""?\n")]
    private static partial Regex Plain { get; }

    [GeneratedRegex(@"- name: (?<name>(AWS|Klotho)_\w+)\n\s+valueFrom:\n\s+secretKeyRef:\n\s+name: (?<secret>\S+)\n\s+key: (?<key>\S+)\n")]
    private static partial Regex FromSecret { get; }

    // A task's variables are JSON, a function's are a dictionary.
    [GeneratedRegex(@"(""name"": ""(?<name>Klotho__\w+)"",\s+""value(From)?"": ""|\{ ""(?<name>Klotho__\w+)"", (Output\.Format\(\$)?"")(?<value>[^""]*)""")]
    private static partial Regex Variable { get; }

    [GeneratedRegex(@"\{+(?<name>[^{}]+)\}+")]
    private static partial Regex Hole { get; }
}
