namespace Klotho.Runtime.Tests.Faults;

/// <summary>What befalls a request, or a part of a stream.</summary>
internal enum Fate
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is held up, so that later ones overtake it where the protocol lets them.</summary>
    Delay,

    /// <summary>It is passed on in small pieces.</summary>
    Throttle,

    /// <summary>The connection ends in the middle of it.</summary>
    Cut,

    /// <summary>The server gets it and its answer is lost.</summary>
    LoseAnswer,

    /// <summary>The server does not get it; the client is told that something broke.</summary>
    Refuse,

    /// <summary>The server does not get it; the client is told to slow down.</summary>
    SlowDown,

    /// <summary>The server gets it twice.</summary>
    Duplicate,
}
