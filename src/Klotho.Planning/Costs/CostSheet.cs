using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Planning.Facts;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Costs;

/// <summary>
/// Adds up what something costs a month, line by line. The range says how far it may be off: what grows with use may be half
/// or double of what is expected, what is billed by the hour is what it is, and what scales lies between its least and its
/// most. Free tiers, discounts and taxes are left out; a month has 730 hours.
/// </summary>
public sealed class CostSheet(RegionFacts facts)
{
    /// <summary>What a month has, by which the provider's own monthly figures are reckoned.</summary>
    public const decimal Hours = 730;

    private const decimal Million = 1_000_000;
    private const decimal NodeProcessors = 2;

    private readonly List<CostLine> lines = [];
    private Money low;
    private Money high;

    /// <summary>What grows with use: <paramref name="quantity"/> a month, at the price of that name.</summary>
    public CostSheet Use(string what, decimal quantity, string price) => Add(what, quantity / 2, quantity, quantity * 2, price);

    /// <summary>What is there whether it is used or not.</summary>
    public CostSheet Standing(string what, decimal quantity, string price) => Add(what, quantity, quantity, quantity, price);

    /// <summary>What runs as many as are needed.</summary>
    public CostSheet Scaling(string what, decimal least, decimal expected, decimal most, string price) => Add(what, least, expected, most, price);

    /// <summary>
    /// Pods that are always there, each with that many processors and 4 GB of memory to a processor: their share of nodes with
    /// two processors.
    /// </summary>
    public CostSheet Pods(string what, long pods, decimal processors) => Pods(what, pods, pods, pods, processors);

    /// <summary>Pods that run as many as are needed.</summary>
    public CostSheet Pods(string what, long least, long expected, long most, decimal processors)
    {
        var share = processors / NodeProcessors * Hours;
        return Add(string.Create(CultureInfo.InvariantCulture, $"{what} with {processors:0.##} processors each, as a share of m7g.large"), least * share, expected * share, most * share, "ec2.m7g.large");
    }

    /// <summary>As many metrics as the fact of that name says.</summary>
    public CostSheet Metrics(string what, string count) => Standing(what, facts[count], "metric");

    public CostEstimate Total() =>
        new(low, lines.Aggregate(Money.Zero, (sum, line) => sum + line.Cost), high, lines.ToEquatableArray());

    private CostSheet Add(string what, decimal least, decimal expected, decimal most, string price)
    {
        var fact = facts.Find(price);
        var one = fact.Unit == "USD/million" ? fact.Value / Million : fact.Value;
        lines.Add(new(what, expected, fact, Money.OfUsd(expected * one)));
        low += Money.OfUsd(least * one);
        high += Money.OfUsd(most * one);
        return this;
    }
}
