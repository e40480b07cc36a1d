namespace Klotho.Planning.Optimum;

/// <summary>Who needs which facilities, made ready for the search.</summary>
internal static class FacilityNeeds
{
    /// <summary>Instead of a choice: several of them, or none.</summary>
    public const int Several = -1;

    /// <summary>
    /// For each facility the only choice that can need it. Its cost is as good as a part of the options' cost: it is paid
    /// exactly when one of them is taken, so there is nothing to search.
    /// </summary>
    public static int[] Owners(Problem problem)
    {
        const int unknown = -2;
        var owners = new int[problem.Facilities.Count];
        Array.Fill(owners, unknown);
        for (var choice = 0; choice < problem.Choices.Count; choice++)
        {
            foreach (var option in problem.Choices[choice].Options)
            {
                foreach (var facility in option.Facilities)
                {
                    owners[facility] = owners[facility] == unknown || owners[facility] == choice ? choice : Several;
                }
            }
        }

        foreach (var pair in problem.Pairs)
        {
            if (pair.Facility is { } facility)
            {
                owners[facility] = Several;
            }
        }

        return owners;
    }

    /// <summary>Numbers the distinct sets, so that one look at a set serves every option that needs it. The empty one is first.</summary>
    public static (int[] NeedOf, int[][] Needs) Number(IEnumerable<int[]> sets)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var needs = new List<int[]> { Array.Empty<int>() };
        var needOf = new List<int>();
        foreach (var set in sets)
        {
            var key = string.Join(',', set);
            if (!numbers.TryGetValue(key, out var number))
            {
                number = needs.Count;
                numbers.Add(key, number);
                needs.Add(set);
            }

            needOf.Add(number);
        }

        return (needOf.ToArray(), needs.ToArray());
    }
}
