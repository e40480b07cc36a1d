using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What must hold for every way in which every candidate can host a node, under many demands and wishes and in every region.</summary>
public sealed class VariantRules
{
    private const int Most = 8;

    private static readonly CapabilityGraph Graph = CaseGraph.Read(Golden.Read("Planning", "no-file", "graph.txt"));

    private static readonly Demand[] Demands =
    [
        Demand.Assumed,
        new(new(0m), new(0m), new(0), new(0), Duration.Zero),
        new(new(0.0001m), new(0.01m), DataSize.OfKiB(1), DataSize.OfMiB(1), Duration.OfMilliseconds(20)),
        new(new(2000m), new(9000m), DataSize.OfMiB(2), DataSize.OfGiB(3000), Duration.OfSeconds(3)),
    ];

    private static readonly Wish[] Wishes =
    [
        Wish.None,
        new(DataSize.OfGiB(4), Duration.OfSeconds(600), 400, Duration.OfSeconds(60), new(99.99m), NoColdStart: true, OwnKeys: true, PrivateNetwork: true),
        new(DataSize.OfGiB(500), Duration.OfSeconds(100_000), 99_999),
    ];

    public static TheoryData<string> Candidates => CatalogueFacts.Candidates;

    [Theory]
    [MemberData(nameof(Candidates))]
    public void There_are_some_and_not_many_and_no_two_are_the_same(string name) => Assert.All(Contexts(name), context =>
    {
        var variants = CatalogueFacts.Find(name).Variants(context).ToList();

        Assert.InRange(variants.Count, 1, Most);
        Assert.Equal(variants.Count, variants.Select(variant => (variant.Parameters, variant.Traits.Network)).Distinct().Count());
        Assert.All(variants, variant => Assert.Equal(CatalogueFacts.Find(name).Type, variant.Type));
    });

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Parameters_are_allowed_and_sorted_and_say_only_what_differs(string name) => Assert.All(Contexts(name), context =>
    {
        var candidate = CatalogueFacts.Find(name);
        var inferred = candidate.Infer(context.Node, context.Graph).ToDictionary(value => value.Name, value => value.Value);
        Assert.All(candidate.Variants(context), variant =>
        {
            var names = variant.Parameters.Items.Select(parameter => parameter.Name).ToList();
            Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
            Assert.All(variant.Parameters, parameter =>
            {
                var spec = candidate.Parameters.Items.Single(spec => spec.Name == parameter.Name);
                Assert.Null(ScalarKey.Of(spec).Refusal(parameter.Value));
                Assert.NotEqual(inferred.GetValueOrDefault(parameter.Name, spec.Default), parameter.Value);
            });
        });
    });

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Nothing_goes_against_a_directive(string name)
    {
        var candidate = CatalogueFacts.Find(name);
        foreach (var spec in candidate.Parameters)
        {
            var written = spec switch
            {
                { Choices.Count: > 0 } => spec.Choices[spec.Choices.Count - 1],
                { Minimum: { } minimum } => new ParameterValue.Whole(minimum),
                { Default: ParameterValue.Truth truth } => new ParameterValue.Truth(!truth.Value),
                _ => spec.Default,
            };
            Assert.All(Contexts(name), context => Assert.All(
                candidate.Variants(context with { Written = new([new(spec.Name, written)]) }),
                variant => Assert.DoesNotContain(variant.Parameters, parameter => parameter.Name == spec.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Candidates))]
    public void A_cost_is_the_sum_of_its_lines_and_lies_in_its_range(string name) => Assert.All(Contexts(name), context =>
        Assert.All(CatalogueFacts.Find(name).Variants(context), variant => IsSound(variant.Cost)));

    [Theory]
    [MemberData(nameof(Candidates))]
    public void What_nobody_asks_for_comes_first_and_is_the_cheapest(string name) => Assert.All(Contexts(name), context =>
    {
        var variants = CatalogueFacts.Find(name).Variants(context).ToList();
        Assert.All(variants, variant => Assert.True(variants[0].Cost.Expected <= variant.Cost.Expected));
        if (context.Wish == Wish.None && context.Demand == Demand.Assumed)
        {
            Assert.Empty(variants[0].Parameters);
        }
    });

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Every_facility_that_is_named_is_listed(string name) => Assert.All(Contexts(name), context =>
        Assert.All(CatalogueFacts.Find(name).Variants(context), variant => Assert.All(variant.Facilities, id =>
        {
            var facility = FacilityCatalogue.Find(id, context.Facts);
            Assert.DoesNotContain('{', facility.Title);
            IsSound(facility.Cost);
        })));

    [Theory]
    [MemberData(nameof(Candidates))]
    public void The_traits_make_sense(string name) => Assert.All(Contexts(name), context =>
        Assert.All(CatalogueFacts.Find(name).Variants(context), variant =>
        {
            var traits = variant.Traits;
            Assert.InRange(traits.Availability.Percent, 99m, 100m);
            Assert.True(traits.Latency.P50 <= traits.Latency.P95 && traits.Latency.P95 <= traits.Latency.P99);
            Assert.False(traits.ColdStart is not null && !traits.ScalesToZero);
            Assert.False(traits.MaxDuration <= Duration.Zero);
        }));

    private static void IsSound(CostEstimate cost)
    {
        Assert.Equal(cost.Expected, cost.Lines.Items.Aggregate(Money.Zero, (sum, line) => sum + line.Cost));
        Assert.True(Money.Zero <= cost.Low && cost.Low <= cost.Expected && cost.Expected <= cost.High);
        Assert.All(cost.Lines, line => Assert.Matches(@"^\S.*: [0-9.]+ \S+ at [0-9.]+ USD/\S+$", line.Assumption));
    }

    private static IEnumerable<VariantContext> Contexts(string name)
    {
        var kind = CatalogueFacts.Kind(name);
        var nodes = Graph.Nodes.Items.Where(node => node.Id.Kind == kind).DefaultIfEmpty(new PlainNode(new(kind, "alone"), EquatableArray<SourceLocation>.Empty));
        return
            from node in nodes
            from demand in Demands
            from wish in Wishes
            from region in FactTables.Known
            select new VariantContext(node, Graph, demand, wish, EquatableArray<VariantParameter>.Empty, FactTables.For(region));
    }
}
