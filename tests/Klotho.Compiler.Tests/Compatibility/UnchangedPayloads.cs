using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;
using Klotho.Compiler.Tests.Wire;
using Klotho.Planning.Compatibility;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>No payload is reported for what it is: only a change is.</summary>
public sealed class UnchangedPayloads(WireFixtures fixtures) : IClassFixture<WireFixtures>
{
    [Fact]
    public void A_type_that_does_not_change_breaks_nothing()
    {
        var wrong = new List<string>();
        foreach (var (clr, symbol) in fixtures.Payloads)
        {
            var schema = WireFixtures.Schema(symbol);
            var unused = new WireObject(new("~"), EquatableArray<WireProperty>.Empty);
            var other = schema with { Types = schema.Types.Items.Append(unused).ToEquatableArray() };

            wrong.AddRange(WireCompatibility.Run(schema, other).Select(each => $"{clr} {each}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
