using System.Globalization;
using Klotho.Runtime.Tests.Host;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>Follows the logs of all workers, also of those that were killed.</summary>
internal sealed class ParcelSteps(string folder)
{
    private readonly Dictionary<string, (long Read, string Half)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _handled = [];
    private readonly Dictionary<string, int> _inHand = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _doneAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastWork = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _worked = [];
    private readonly Dictionary<int, int> _times = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    /// <summary>How many different parcels were handled.</summary>
    public int Handled => _handled.Count;

    /// <summary>How many deliveries there were.</summary>
    public int Deliveries { get; private set; }

    /// <summary>How many deliveries were of a message that had been delivered before.</summary>
    public int Duplicates => Deliveries - _messages.Count;

    /// <summary>How many pieces of work were begun beyond one for each parcel: after a kill or a fault in the middle.</summary>
    public int Repeated => Works - _worked.Count;

    /// <summary>How many messages were worked on after an inbox had said that they were done.</summary>
    public int Untolerated => _doneAt.Count(done => _lastWork.TryGetValue(done.Key, out var work) && work > done.Value);

    /// <summary>How many messages came ahead of what they tell of.</summary>
    public int Early { get; private set; }

    /// <summary>How many parcels were begun before the one ahead of them in their lane was done; goes through all, and is asked of those in order alone.</summary>
    public int OutOfTurn => _worked.Count(work => work.Key >= Parcel.Lanes && _handled.GetValueOrDefault(work.Key - Parcel.Lanes, long.MaxValue) > work.Value);

    private int Works { get; set; }

    /// <summary>Where a worker logs.</summary>
    public string PathOf(string worker) => Path.Combine(folder, worker);

    /// <summary>How often work was begun for a parcel.</summary>
    public int TimesWorked(int number) => _times.GetValueOrDefault(number);

    /// <summary>How many deliveries, or other things, a worker has begun with and not ended.</summary>
    public int InHand(string worker) => _inHand.GetValueOrDefault(worker);

    /// <summary>Reads what is new.</summary>
    public void Read()
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var (read, half) = _files.GetValueOrDefault(file, (0, ""));
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Position = read;
            using var reader = new StreamReader(stream);
            var lines = (half + reader.ReadToEnd()).Split('\n');
            _files[file] = (stream.Position, lines[^1]);
            foreach (var line in lines[..^1])
            {
                Add(Path.GetFileName(file), Parse(line));
            }
        }
    }

    private static ParcelStep Parse(string line)
    {
        var parts = line.Split(' ');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    private void Add(string worker, ParcelStep step)
    {
        switch (step.Step)
        {
            case "begun":
                Deliveries++;
                _messages.Add(step.Message);
                _inHand[worker] = InHand(worker) + 1;
                break;
            case "work":
                Works++;
                _times[step.Number] = TimesWorked(step.Number) + 1;
                _worked[step.Number] = Math.Min(step.Ticks, _worked.GetValueOrDefault(step.Number, long.MaxValue));
                _lastWork[step.Message] = Math.Max(step.Ticks, _lastWork.GetValueOrDefault(step.Message));
                break;
            case "early":
                Early++;
                break;
            case "opened":
                _inHand[worker] = InHand(worker) + 1;
                break;
            case "closed":
                _inHand[worker] = InHand(worker) - 1;
                break;
            case "done":
                _doneAt[step.Message] = Math.Min(step.Ticks, _doneAt.GetValueOrDefault(step.Message, long.MaxValue));
                goto case "again";
            case "again":
                _handled[step.Number] = Math.Min(step.Ticks, _handled.GetValueOrDefault(step.Number, long.MaxValue));
                _inHand[worker] = InHand(worker) - 1;
                break;
        }
    }
}
