using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Drivers;

namespace Klotho.Cli.Run;

/// <summary>Lays out the processes of an application: one for all, or one per unit that find each other by configuration.</summary>
internal static class ProcessRoles
{
    /// <summary>One process that is every unit, which is what the runtime does where no unit is named.</summary>
    /// <param name="app">The application.</param>
    /// <param name="data">The directory in which state survives, if it is to.</param>
    /// <param name="port">The port of the process.</param>
    /// <param name="chaos">The faults to live with, if any.</param>
    public static ProcessRole Whole(AppName app, string? data, int port, ChaosSettings? chaos = null) =>
        new(app.Value, port, Variables(port, data, chaos));

    /// <summary>One process per unit over shared data; calls between them carry the token.</summary>
    /// <param name="units">Every unit's id with the port of its process.</param>
    /// <param name="data">The directory that all share.</param>
    /// <param name="token">The secret of this run.</param>
    /// <param name="chaos">The faults to live with, if any.</param>
    public static IReadOnlyList<ProcessRole> Split(IReadOnlyList<(string Id, int Port)> units, string data, string token, ChaosSettings? chaos = null) =>
        units.Select(unit =>
        {
            var variables = Variables(unit.Port, data, chaos);
            variables["Klotho__Unit"] = unit.Id;
            variables["Klotho__UnitToken"] = token;
            foreach (var other in units)
            {
                variables[$"Klotho__ExecUnit__{other.Id}"] = Url(other.Port);
            }

            return new ProcessRole(unit.Id, unit.Port, variables);
        }).ToList();

    private static Dictionary<string, string> Variables(int port, string? data, ChaosSettings? chaos)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = Url(port),
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            // A process that an edit replaces does not live long enough to earn what measuring its code for later costs at the start.
            ["DOTNET_TieredPGO"] = "0",
        };
        if (data is not null)
        {
            variables["Klotho__Data"] = data;
        }

        if (chaos is not null)
        {
            variables["Klotho__Chaos"] = chaos.ToString();
        }

        return variables;
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
