using System.Text.Json;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Emit.Containers;

/// <summary>A Dockerfile as an independent parser and linter (npm's dockerfile-ast and dockerfile-utils) read it.</summary>
internal sealed class DockerfileReading
{
    private static readonly Lazy<NodeTool> Tool = new(() => new("tests/Klotho.Compiler.Tests/Emit/Containers/Judge", "dockerfile-judge"));

    private readonly Dictionary<string, (string From, List<string> Instructions)> stages;
    private readonly Dictionary<string, string> arguments;

    private DockerfileReading(JsonElement read)
    {
        Problems = [.. read.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString() ?? "")];
        arguments = read.GetProperty("arguments").EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value.GetString() ?? "");
        stages = read.GetProperty("stages").EnumerateArray().ToDictionary(
            stage => stage.GetProperty("name").GetString() ?? "",
            stage => (stage.GetProperty("from").GetString() ?? "", stage.GetProperty("instructions").EnumerateArray().Select(line => line.GetString() ?? "").ToList()));
    }

    public List<string> Problems { get; }

    public IEnumerable<string> Stages => stages.Keys;

    public static DockerfileReading Of(string dockerfile)
    {
        using var document = JsonDocument.Parse(Tool.Value.Run(JsonSerializer.Serialize(new[] { dockerfile })));
        return new(document.RootElement[0]);
    }

    /// <summary>The instructions of a stage and of those that it is made from, the first ones first.</summary>
    public IEnumerable<string> Lines(string stage) =>
        stages.TryGetValue(stages[stage].From, out _) ? Lines(stages[stage].From).Concat(stages[stage].Instructions) : stages[stage].Instructions;

    /// <summary>The image from elsewhere that a stage begins with.</summary>
    public string Base(string stage) => stages.ContainsKey(stages[stage].From)
        ? Base(stages[stage].From)
        : arguments[stages[stage].From.TrimStart('$', '{').TrimEnd('}')];
}
