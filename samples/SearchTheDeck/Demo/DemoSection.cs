namespace SearchTheDeck.Demo;

/// <summary>A kind of slide: its headline and what it says; {0} is the product, {1} who buys it.</summary>
public sealed record DemoSection(string Name, string Headline, IReadOnlyList<string> Points)
{
    public static IReadOnlyList<DemoSection> All { get; } =
    [
        new("Problem", "The problem is waiting", ["Nine of ten {1} still plan on paper", "Mistakes cost two weeks every quarter", "Nobody sells {0} that people trust"]),
        new("Solution", "One tool instead of seven", ["We make {0} simple", "Ready on the first day, no training", "Built together with {1}"]),
        new("Market", "A market that doubles", ["{1} spend 4 billion a year", "Growth of 31 percent since 2023", "Few vendors offer {0} today"]),
        new("Traction", "Customers stay and pay", ["62 paying {1} in eleven months", "Revenue grew from 8k to 140k a month", "Churn stays below one percent"]),
        new("Team", "People who did this before", ["Founders built {0} for ten years", "Engineers from three strong labs", "Advisors who run {1}"]),
        new("Ask", "Raising 3 million", ["Eighteen months of runway", "Hire sales for {1}", "Bring {0} to four more countries"]),
    ];
}
