using System.Security.Cryptography;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The application's file as it was when the first of the ways to run it asked.</summary>
internal static class SameFile
{
    public static string Digest { get; } = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(DeskProcesses.File)));
}
