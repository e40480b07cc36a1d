using System.Text;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>A klotho.yaml with one line per value, so that a diagnostic's line says which value it means.</summary>
internal static class YamlLines
{
    public static (ConfigurationFile File, IReadOnlyDictionary<int, string> PathOfLine) Write(IEnumerable<(string Path, string Value)> lines)
    {
        var text = new StringBuilder();
        var paths = new Dictionary<int, string>();
        var number = 0;
        string[] open = [];
        foreach (var (path, value) in lines.OrderBy(line => line.Path, StringComparer.Ordinal))
        {
            var keys = path.Split('.');
            var shared = open.Zip(keys[..^1]).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var level = shared; level < keys.Length; level++)
            {
                text.Append(new string(' ', 2 * level)).Append(keys[level]).Append(':').Append(level == keys.Length - 1 ? $" {value}\n" : "\n");
                number++;
            }

            paths.Add(number, path);
            open = keys[..^1];
        }

        return (new(new("klotho.yaml"), text.ToString()), paths);
    }
}
