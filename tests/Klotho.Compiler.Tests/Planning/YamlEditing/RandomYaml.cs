using System.Text;

namespace Klotho.Compiler.Tests.Planning.YamlEditing;

/// <summary>Writes YAML in every style that an edit must keep: blocks, braces, lists, comments, blank lines, quotes, missing values.</summary>
internal sealed class RandomYaml(Random random)
{
    public static readonly string[] Keys = ["a", "b", "c", "on", "x-1"];

    private static readonly string[] Values = ["1", "x", "'q'", "\"w w\"", "true", "[p, q]", "a b", "99.95%", "", "~"];

    private static readonly string[] Written = ["1", "x", "'on'", "a b", "[p, q]", "'a: b'", "true", "two words # none", "\"tab\\t\""];

    private string unit = "  ";

    public string Next()
    {
        unit = new string(' ', random.Next(2) == 0 ? 2 : 4);
        var text = random.Next(10) == 0 ? Braces(0) + "\n" : Block(0, "");
        text = random.Next(4) == 0 ? text.TrimEnd('\n') : text;
        text = random.Next(4) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        return random.Next(10) == 0 ? '\ufeff' + text : text;
    }

    public string Path() => string.Join('.', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Keys[random.Next(Keys.Length)]));

    public string Value() => Written[random.Next(Written.Length)];

    private string Block(int depth, string indentation)
    {
        var text = new StringBuilder();
        foreach (var key in Some())
        {
            text.Append(random.Next(5) == 0 ? $"{indentation}# above {random.Next(99)}\n" : "").Append(random.Next(8) == 0 ? "\n" : "");
            var comment = random.Next(4) == 0 ? $" # beside {random.Next(99)}" : "";
            text.Append(random.Next(10) switch
            {
                < 4 when depth < 3 => $"{indentation}{key}:{comment}\n{Block(depth + 1, indentation + unit)}",
                < 6 => $"{indentation}{key}: {Braces(depth)}{comment}\n",
                6 => $"{indentation}{key}:{comment}\n{indentation}{(random.Next(2) == 0 ? unit : "")}- p\n",
                _ => $"{indentation}{key}:{Plain()}{comment}\n",
            });
        }

        return text.Append(random.Next(6) == 0 ? $"{indentation}# below {random.Next(99)}\n" : "").ToString();
    }

    private string Braces(int depth) =>
        $"{{{string.Join(", ", Some().Select(key => $"{key}: {(depth < 2 && random.Next(3) == 0 ? Braces(depth + 1) : Values[random.Next(8)])}"))}}}";

    private string Plain() => Values[random.Next(Values.Length)] is { Length: > 0 } value ? " " + value : "";

    private IEnumerable<string> Some() => Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
}
