using System.Runtime.ExceptionServices;

namespace Klotho.Analysis.Threads;

/// <summary>
/// Runs work on a stack that is large enough for code that nests thousands of levels deep. The compiler binds such code by recursion, and threads of
/// editors and pools have a megabyte or so: there it gives up with an exception, or ends the process.
/// </summary>
internal static class AmpleStack
{
    // Reserved, and only used as far as the code is deep.
    private const int Bytes = 64 * 1024 * 1024;

    // A thread costs more than the work.
    private const int FewItems = 16;

    /// <exception cref="InsufficientExecutionStackException">The code nests so deep that not even that is enough; the compiler refuses it, too.</exception>
    public static T Run<T>(Func<T> work)
    {
        var results = new List<T>();
        Begin(() => results.Add(work()))();
        return results[0];
    }

    /// <summary>Begins work beside the caller's.</summary>
    /// <returns>Waits for its end; what it threw is thrown there.</returns>
    public static Action Begin(Action work)
    {
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception caught) when ((thrown = ExceptionDispatchInfo.Capture(caught)) is not null)
                {
                    // Whatever it is, it belongs to whoever asked for the work: here it would end the process.
                }
            },
            Bytes);
        thread.Start();
        return () =>
        {
            thread.Join();
            thrown?.Throw();
        };
    }

    /// <summary>The results of work on each item, in the order of the items; two items at a time.</summary>
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        var next = -1;
        if (items.Count < FewItems)
        {
            Work();
        }
        else
        {
            var wait = Begin(Work);
            try
            {
                Work();
            }
            finally
            {
                wait();
            }
        }

        return results;

        void Work()
        {
            for (var index = Interlocked.Increment(ref next); index < items.Count; index = Interlocked.Increment(ref next))
            {
                results[index] = work(items[index]);
            }
        }
    }
}
