namespace Klotho.Planning.Choices;

/// <summary>The options of one choice by what neighbours see of them: what holds beside a neighbour is asked once for all that look the same.</summary>
internal sealed class OptionProfiles
{
    private readonly List<PlanOption> distinct = [];
    private readonly int[] profileOf;

    public OptionProfiles(IReadOnlyList<PlanOption> options)
    {
        profileOf = new int[options.Count];
        for (var option = 0; option < options.Count; option++)
        {
            var known = Find(options[option]);
            profileOf[option] = known >= 0 ? known : distinct.Count;
            if (known < 0)
            {
                distinct.Add(options[option]);
            }
        }
    }

    public int Count => distinct.Count;

    /// <summary>The number of the profile that an option has.</summary>
    public int Of(int option) => profileOf[option];

    /// <summary>The first option with a profile, which stands for all of them.</summary>
    public PlanOption First(int profile) => distinct[profile];

    private int Find(PlanOption option)
    {
        for (var known = 0; known < distinct.Count; known++)
        {
            if (distinct[known].Candidate == option.Candidate && distinct[known].Profile == option.Profile)
            {
                return known;
            }
        }

        return -1;
    }
}
