using System.Runtime.InteropServices;

namespace Klotho.Cli.Writing;

/// <summary>
/// Puts one directory in the place of another. Where the system can exchange two names in one step (Linux since 3.15,
/// macOS since 10.12) there is no moment without a complete directory; elsewhere there is one between two renames, and
/// <see cref="OutputFolder.Recover"/> mends what a kill at that moment leaves.
/// </summary>
internal static partial class DirectorySwap
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>Moves <paramref name="staging"/> to <paramref name="target"/>; what was there ends up under either of the other names.</summary>
    public static void Replace(string target, string staging, string old)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(staging, target);
            return;
        }

        if (TryExchange(target, staging))
        {
            return;
        }

        Directory.Move(target, old);
        try
        {
            Directory.Move(staging, target);
        }
        catch (IOException)
        {
            Directory.Move(old, target);
            throw;
        }
    }

    private static bool TryExchange(string first, string second)
    {
        try
        {
            return (OperatingSystem.IsLinux() && ExchangeOnLinux(CurrentDirectory, first, CurrentDirectory, second, Exchange) == 0)
                || (OperatingSystem.IsMacOS() && ExchangeOnMac(first, second, Exchange) == 0);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without the call.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ExchangeOnLinux(int firstDirectory, string first, int secondDirectory, string second, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ExchangeOnMac(string first, string second, uint flags);
}
