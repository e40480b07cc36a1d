namespace Klotho.Drivers;

/// <summary>A file of a message that this process claimed. Where the lease was lost, none of its methods changes anything.</summary>
internal interface IFileClaim
{
    /// <summary>What the file's name says.</summary>
    QueueEntry Entry { get; }

    /// <summary>Lets the lease end later, counted from now.</summary>
    ValueTask RenewAsync();

    /// <summary>Removes the file.</summary>
    ValueTask CompleteAsync();

    /// <summary>Has the message due again after <paramref name="delay"/>.</summary>
    ValueTask RetryAsync(TimeSpan delay, bool countAttempt);
}
