namespace Klotho.Planning.Optimum;

/// <summary>What is to be looked at again, each number once however often it is added, first come, first served.</summary>
internal sealed class WorkList
{
    private readonly HashSet<int> waiting = [];
    private readonly Queue<int> order = [];

    public void Add(int number)
    {
        if (waiting.Add(number))
        {
            order.Enqueue(number);
        }
    }

    public void Add(IReadOnlyCollection<int> numbers)
    {
        foreach (var number in numbers)
        {
            Add(number);
        }
    }

    public void Remove(int number) => waiting.Remove(number);

    public void Clear()
    {
        waiting.Clear();
        order.Clear();
    }

    /// <summary>Takes the next number; null where none waits.</summary>
    public int? Next()
    {
        while (order.TryDequeue(out var number))
        {
            // One that was removed is still in the queue; added anew it may stand there twice, and the first place counts.
            if (waiting.Remove(number))
            {
                return number;
            }
        }

        return null;
    }
}
