using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Cli.Diff;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Planning.Differences;

/// <summary>Each folder of Cases/Differences is two locks, and what differs, in the three forms in which it is told.</summary>
public sealed class GoldenDifferences
{
    private const string Stage = "Differences";

    public static TheoryData<string> Names => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_locks_differ_as_the_golden_files_say(string name)
    {
        var (before, after) = (Read(name, "before.lock.json"), Read(name, "after.lock.json"));

        var differences = PlanDiff.Run(before, after, PlanDiff.AcceptedSince(before, after));

        Golden.Check(Stage, name, "diff.txt", DiffText.Print(differences, path => path.Value));
        Golden.Check(Stage, name, "diff.md", DiffMarkdown.Print(differences, after.App, path => path.Value));
        Golden.Check(Stage, name, "diff.json", Json(differences));
    }

    /// <summary>A difference that is told one way only would let somebody undo what nobody could do.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_differs_forth_differs_back(string name)
    {
        var (before, after) = (Read(name, "before.lock.json"), Read(name, "after.lock.json"));

        Assert.Equal(PlanDiff.Run(before, after, []).IsEmpty, PlanDiff.Run(after, before, []).IsEmpty);
        Assert.True(PlanDiff.Run(before, before, []).IsEmpty);
    }

    private static PlanLock Read(string name, string file)
    {
        var reading = LockReader.Run(new(file), Golden.Read(Stage, name, file));
        Assert.Empty(reading.Diagnostics.Items.Select(found => $"{found.Location.Line}: {found.Message}"));
        return reading.Lock ?? PlanLock.Empty;
    }

    private static string Json(PlanDifferences differences)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            DiffJson.Write(json, differences, path => path.Value);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
