using System.Security.Cryptography;
using System.Text;

namespace Klotho.Drivers;

/// <summary>
/// Mutual exclusion by name among all processes that use a directory. The operating system frees a lock when its
/// process dies. Names share a fixed set of lock files, which are never deleted: deleting one would let two processes
/// hold "the same" lock on two files.
/// </summary>
internal sealed class StripedFileLock(string directory)
{
    private const int Stripes = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim[] _threads = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    public async ValueTask<IDisposable> AcquireAsync(string name, CancellationToken cancel)
    {
        Directory.CreateDirectory(directory);
        var stripe = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % Stripes;
        var thread = _threads[stripe];
        await thread.WaitAsync(cancel);
        FileStream? file = null;
        try
        {
            file = await OpenAsync(Path.Combine(directory, $"{stripe}.lock"), cancel);
            return new Held(thread, file);
        }
        finally
        {
            if (file is null)
            {
                thread.Release();
            }
        }
    }

    private static async ValueTask<FileStream> OpenAsync(string path, CancellationToken cancel)
    {
        var giveUp = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (Environment.TickCount64 < giveUp)
            {
                // Another process holds it: there is no way to be told when it lets go.
                await Task.Delay(Random.Shared.Next(1, 8), cancel);
            }
        }
    }

    private sealed class Held(SemaphoreSlim thread, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            thread.Release();
        }
    }
}
