using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>What is written is read back, and what somebody damaged is found where it is.</summary>
public sealed class LockFileText
{
    private const int Seed = 20261122;
    private const int Edits = 3000;

    private const string Small = """
        {
          "version": 1,
          "digest": "sha256:0",
          "app": "shop",
          "provider": "aws",
          "cost": { "low": 0, "expected": 0.5, "high": 1 },
          "facilities": {},
          "nodes": {
            "kv:orders": { "type": "dynamodb", "name": "orders", "stateful": true, "monthly": 0.5 }
          },
          "routes": { "GET /": { "unit": "main" } },
          "edges": { "exec_unit:main uses kv:orders": ["IKeyValueStore.GetAsync"] },
          "schemas": { "kv:orders value": { "root": "string" } },
          "accepted": [{ "change": "remove:kv:old", "reason": "empty" }]
        }
        """;

    public static TheoryData<string> Cases => Golden.CasesOf("Differences");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_lock_that_is_written_is_read_back_and_written_the_same(string name)
    {
        var read = Read(Golden.Read("Differences", name, "after.lock.json"));
        var text = LockWriter.Print(read);

        Assert.Equal(read, Read(text));
        Assert.Equal(text, LockWriter.Print(Read(text)));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void A_digest_tells_plans_apart_and_not_what_was_accepted()
    {
        var plan = Read(Small);

        Assert.Equal(LockWriter.Digest(plan), LockWriter.Digest(plan with { Accepted = default }));
        Assert.NotEqual(LockWriter.Digest(plan), LockWriter.Digest(plan with { Edges = default }));
    }

    [Theory]
    [InlineData("\"type\": \"dynamodb\", ", "", "9:20", "`name` is unknown in")]
    [InlineData("\"name\": \"orders\", ", "", "9:18", "`kv:orders` has no `name` in")]
    [InlineData("0.5 }\n", "\"much\" }\n", "9:87", "`monthly` is no price in")]
    [InlineData("\"stateful\": true", "\"stateful\": 1", "9:70", "`stateful` is neither true nor false in")]
    [InlineData("\"kv:orders\": {", "\"orders\": {", "9:5", "`orders` is no node in")]
    [InlineData("main uses kv", "main likes kv", "12:14", "`exec_unit:main likes kv:orders` is no edge in")]
    [InlineData("\"root\": \"string\"", "\"root\": \"strang\"", "13:16", "`kv:orders value` is no schema in")]
    [InlineData("\"facilities\": {},\n", "", "1:1", "the lock has no `facilities` in")]
    [InlineData("\"provider\": \"aws\",", "\"provider\": \"aws\", \"provider\": \"aws\",", "5:22", "`provider` stands twice in")]
    [InlineData("[\"IKeyValueStore.GetAsync\"]", "\"all\"", "12:47", "`exec_unit:main uses kv:orders` is no list in")]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "2:14", "`version` is no whole number in")]
    [InlineData("\"app\": \"shop\",", "\"app\": \"shop\"", "5:3", "cannot be read:")]
    public void What_is_damaged_is_found_where_it_is(string intact, string damaged, string place, string message)
    {
        Assert.Contains(intact, Small, StringComparison.Ordinal);
        var reading = LockReader.Run(new("klotho.lock.json"), Small.Replace(intact, damaged, StringComparison.Ordinal));

        Assert.Null(reading.Lock);
        Assert.Contains(reading.Diagnostics.Items, found => found.Message.Contains(message, StringComparison.Ordinal) && $"{found.Location.Line}:{found.Location.Column}" == place);
    }

    [Fact]
    public void A_lock_that_was_cut_off_anywhere_is_refused() =>
        Assert.All(Enumerable.Range(0, Small.Length), length => Assert.Null(LockReader.Run(new("klotho.lock.json"), Small[..length]).Lock));

    /// <summary>Nothing gets lost in silence: a changed character is refused, or it changes what is read.</summary>
    [Fact]
    public void A_changed_character_is_refused_or_read()
    {
        var random = new Random(Seed);
        var intact = Read(Small);
        var (refused, read) = (0, 0);
        for (var edit = 0; edit < Edits; edit++)
        {
            var at = random.Next(Small.Length);
            var text = Small[..at] + (char)random.Next(' ', 127) + Small[(at + 1)..];
            var reading = LockReader.Run(new("klotho.lock.json"), text);
            if (reading.Lock is null)
            {
                Assert.NotEmpty(reading.Diagnostics);
                refused++;
            }
            else if (reading.Lock != intact)
            {
                read++;
            }
            else
            {
                Assert.True(char.IsWhiteSpace(Small[at]) || text == Small || IsInDigest(at), $"'{text[at]}' at {at} changed nothing");
            }
        }

        Assert.InRange(refused, Edits / 3, Edits);
        Assert.InRange(read, Edits / 10, Edits);
    }

    private static bool IsInDigest(int at) => Small.LastIndexOf('\n', at) == Small.IndexOf("\n  \"digest\"", StringComparison.Ordinal);

    private static PlanLock Read(string text)
    {
        var reading = LockReader.Run(new("klotho.lock.json"), text);
        Assert.Empty(reading.Diagnostics.Items.Select(found => $"{found.Location.Line}: {found.Message}"));
        return reading.Lock ?? PlanLock.Empty;
    }
}
