namespace SearchTheDeck.Search;

/// <summary>
/// Adds up how well each document answers a question, word by word (BM25). A document that lacks one of the words
/// falls out; among the endings of an unfinished word the best one counts.
/// </summary>
internal sealed class Scores(int capacity, int documents, double averageLength)
{
    // The usual constants: how soon repeating a word stops helping, and how much a long slide is held back.
    private const float Saturation = 1.2f;
    private const float LengthWeight = 0.75f;

    private readonly float[] _total = new float[capacity];
    private readonly float[] _word = new float[capacity];
    private readonly int[] _matched = new int[capacity];
    private int _words;

    public float this[int document] => _total[document];

    public void NextWord() => _words++;

    public void Add(ReadOnlySpan<Posting> postings, List<Document?> lookup, float certainty)
    {
        var rarity = MathF.Log(1 + ((documents - postings.Length + 0.5f) / (postings.Length + 0.5f))) * certainty;
        foreach (var (document, weight) in postings)
        {
            if (_matched[document] < _words - 1 || lookup[document] is not { } found)
            {
                continue;
            }

            var length = 1 - LengthWeight + (LengthWeight * found.Length / (float)averageLength);
            var score = rarity * weight * (Saturation + 1) / (weight + (Saturation * length));
            if (_matched[document] < _words)
            {
                (_matched[document], _word[document]) = (_words, 0);
            }

            if (score > _word[document])
            {
                _total[document] += score - _word[document];
                _word[document] = score;
            }
        }
    }

    public bool HasAllWords(int document) => _matched[document] == _words;
}
