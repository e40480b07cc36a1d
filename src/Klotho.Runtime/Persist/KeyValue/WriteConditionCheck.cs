namespace Klotho.Drivers;

/// <summary>Checks a condition against the version that is there.</summary>
internal static class WriteConditionCheck
{
    public static void Require(this WriteCondition condition, string key, EntryVersion? current)
    {
        if (condition.MustBeAbsent && current is not null)
        {
            throw Failed(key, "it exists");
        }

        if (condition.Version is { } version && current != version)
        {
            throw Failed(key, current is null ? "it does not exist" : "it has another version");
        }
    }

    private static ConcurrencyException Failed(string key, string why) =>
        new($"The item '{key}' was not written because {why}: somebody else wrote in between. Read it again and retry.");
}
