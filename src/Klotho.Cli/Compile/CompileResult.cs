using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Writing;
using Klotho.Emit.Output;

namespace Klotho.Cli.Compile;

/// <summary>
/// What a compile writes: the lock first, then the output. Killed between the two, it leaves a lock that knows more than
/// the output: nothing that is deployed is then unknown to it, and the next compile writes the same output again.
/// </summary>
/// <param name="Place">The output folder.</param>
/// <param name="Tree">Its files.</param>
/// <param name="Lock">The lock file as it was read.</param>
/// <param name="LockText">What it is to hold.</param>
internal sealed record CompileResult(OutputPlace Place, OutputTree Tree, LockSource Lock, string LockText)
{
    /// <summary>Null, or why it cannot be written; then everything is as it was.</summary>
    public KlothoDiagnostic? Write()
    {
        // Sources may be read-only where nothing in the lock changes, as in most CI jobs.
        if (LockText == Lock.Text && !LockFile.HasLeftOvers(Lock.File))
        {
            return OutputFolder.Write(Place, Tree);
        }

        var (file, problem) = LockFile.Take(Lock.File, Lock.Text, LockText);
        if (file is null)
        {
            return problem;
        }

        using (file)
        {
            if (file.Write(LockText) is { } notWritten)
            {
                return notWritten;
            }

            var failure = OutputFolder.Write(Place, Tree);
            if (failure is not null)
            {
                file.Restore();
            }

            return failure;
        }
    }
}
