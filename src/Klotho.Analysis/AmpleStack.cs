using System.Runtime.ExceptionServices;

namespace Klotho.Analysis;

/// <summary>
/// Runs work on a stack that is large enough for code that nests thousands of levels deep. The compiler binds such code by recursion, and threads of
/// editors and pools have a megabyte or so: there it gives up with an exception, or ends the process.
/// </summary>
internal static class AmpleStack
{
    // Reserved, and only used as far as the code is deep.
    private const int Bytes = 64 * 1024 * 1024;

    /// <exception cref="InsufficientExecutionStackException">The code nests so deep that not even that is enough; the compiler refuses it, too.</exception>
    public static T Run<T>(Func<T> work)
    {
        var results = new List<T>();
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    results.Add(work());
                }
                catch (Exception caught) when ((thrown = ExceptionDispatchInfo.Capture(caught)) is not null)
                {
                    // Whatever it is, it belongs to whoever asked for the work: here it would end the process.
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return results[0];
    }
}
