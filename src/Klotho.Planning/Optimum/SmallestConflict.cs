namespace Klotho.Planning.Optimum;

/// <summary>
/// Looks for a conflict smaller than a known one (Ignatiev et al. 2015). A "remedy" is a set of constraints without which the
/// rest can hold; every conflict has one of each remedy. So if a smallest set that has one of each remedy known is a conflict,
/// none is smaller. If it is none, it is grown until nothing more fits, and what was left out is another remedy.
/// </summary>
/// <param name="all">All constraints, ascending.</param>
/// <param name="holds">Whether constraints, ascending, can hold together.</param>
/// <param name="questions">How often that may be asked.</param>
internal sealed class SmallestConflict(int[] all, Func<int[], bool> holds, int questions)
{
    /// <param name="known">A minimal conflict.</param>
    /// <returns>A smallest conflict; the known one where none is smaller, or where the questions do not suffice to find one.</returns>
    public int[] Find(int[] known)
    {
        var left = questions;
        var remedies = new List<int[]>();
        while (HittingSet.Smallest(remedies, known.Length - 1) is { } chosen && left > all.Length)
        {
            if (!holds(chosen))
            {
                return chosen;
            }

            remedies.Add(Remedy(chosen));
            left -= 1 + all.Length - chosen.Length;
        }

        return known;
    }

    private int[] Remedy(int[] chosen)
    {
        var grown = chosen;
        foreach (var index in all.Except(chosen))
        {
            int[] larger = [.. grown.Append(index).Order()];
            grown = holds(larger) ? larger : grown;
        }

        return all.Except(grown).ToArray();
    }
}
