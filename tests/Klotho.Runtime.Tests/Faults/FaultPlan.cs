using System.Globalization;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>How much is done to an application: little, unless the environment asks for more.</summary>
/// <param name="Messages">How many messages are published.</param>
/// <param name="Kills">How many processes are killed while there is work.</param>
/// <param name="Seed">What the faults follow from: the n-th request meets the n-th fault in each run.</param>
public sealed record FaultPlan(int Messages, int Kills, int Seed)
{
    public static FaultPlan FromEnvironment() =>
        new(Number("KLOTHO_FAULTS_MESSAGES", 120), Number("KLOTHO_FAULTS_KILLS", 2), Number("KLOTHO_FAULTS_SEED", 7));

    /// <summary>How many messages belong to a number of kills: they are spread over all.</summary>
    public long Share(int kills) => (long)Messages * kills / (Kills + 1);

    /// <summary>Where the long version adds its figures.</summary>
    public static string? Report { get; } = Environment.GetEnvironmentVariable("KLOTHO_FAULTS_REPORT");

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
