namespace SearchTheDeck.Search;

/// <summary>Keeps the best few of many documents without sorting them all. Equal scores are in order of startup, deck and number.</summary>
internal sealed class TopHits(int capacity) : IComparer<(float Score, Document Document)>
{
    private readonly PriorityQueue<Document, (float Score, Document Document)> _worstFirst = new(Comparer<(float Score, Document Document)>.Create((left, right) => Better(right, left)));

    public void Add(float score, Document document)
    {
        if (capacity == 0)
        {
            return;
        }

        if (_worstFirst.Count < capacity)
        {
            _worstFirst.Enqueue(document, (score, document));
        }
        else
        {
            _worstFirst.EnqueueDequeue(document, (score, document));
        }
    }

    public IEnumerable<Document> BestFirst() =>
        _worstFirst.UnorderedItems.OrderBy(item => item.Priority, this).Select(item => item.Element);

    public int Compare((float Score, Document Document) left, (float Score, Document Document) right) => Better(left, right);

    private static int Better((float Score, Document Document) left, (float Score, Document Document) right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : string.CompareOrdinal(left.Document.Slide.Startup, right.Document.Slide.Startup);
        return order != 0 ? order : string.CompareOrdinal(left.Document.Slide.Key, right.Document.Slide.Key);
    }
}
