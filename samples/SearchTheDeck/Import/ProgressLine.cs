namespace SearchTheDeck.Import;

/// <summary>A progress bar on one line of a terminal; where output goes to a file, a line for every tenth of the way.</summary>
public sealed class ProgressLine(string title, int total)
{
    private const int BarWidth = 30;

    private readonly Lock _lock = new();
    private int _done;
    private int _tenthsShown;

    public void Advance()
    {
        lock (_lock)
        {
            _done++;
            var tenths = _done * 10 / total;
            if (!Console.IsOutputRedirected)
            {
                var filled = _done * BarWidth / total;
                Console.Write($"\r{title,-10} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {_done}/{total}");
                if (_done == total)
                {
                    Console.WriteLine();
                }
            }
            else if (tenths > _tenthsShown)
            {
                _tenthsShown = tenths;
                Console.WriteLine($"{title} {_done}/{total}");
            }
        }
    }
}
