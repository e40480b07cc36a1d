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
    private float _rarity;

    public float this[int document] => _total[document];

    /// <summary>Goes on to the next word, which is in so many of the documents. The rarer a word, the more it says.</summary>
    public void NextWord(int frequency)
    {
        _words++;
        _rarity = MathF.Log(1 + ((documents - frequency + 0.5f) / (frequency + 0.5f)));
    }

    /// <param name="certainty">How sure it is that this is the word that was meant, up to 1.</param>
    public void Add(ReadOnlySpan<Posting> postings, List<Document?> lookup, float certainty)
    {
        foreach (var (document, weight) in postings)
        {
            if (_matched[document] < _words - 1 || lookup[document] is not { } found)
            {
                continue;
            }

            var length = 1 - LengthWeight + (LengthWeight * found.Length / (float)averageLength);
            var score = _rarity * certainty * weight * (Saturation + 1) / (weight + (Saturation * length));
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
