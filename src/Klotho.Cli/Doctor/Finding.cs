namespace Klotho.Cli.Doctor;

/// <summary>What was found of a prerequisite.</summary>
/// <param name="Name">What it is: <c>Node</c>.</param>
/// <param name="Need">What it is needed for.</param>
/// <param name="IsThere">Whether it is there, and fits.</param>
/// <param name="Found">Its version, or what is wrong, in a few words. No values of the user's.</param>
/// <param name="Purpose">What it is for, as half a sentence.</param>
/// <param name="Mend">The command that mends it; empty where nothing is to be mended.</param>
internal sealed record Finding(string Name, Need Need, bool IsThere, string Found, string Purpose, string Mend);
