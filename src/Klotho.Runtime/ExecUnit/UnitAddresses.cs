using Klotho.Drivers;
using Microsoft.Extensions.Configuration;

namespace Klotho.Wiring;

/// <summary>Where the other units are.</summary>
internal sealed class UnitAddresses(IConfiguration configuration)
{
    public const string Section = "ExecUnit";

    /// <summary>The address of a unit; null where none is set.</summary>
    /// <exception cref="InvalidOperationException">What is set is no address.</exception>
    public Uri? Find(string unit)
    {
        var text = ResourceBinding.Setting(configuration, Section, unit);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new InvalidOperationException($"{Setting(unit)} is '{text}', which is no address of the unit '{unit}'. It has the form http://host:port or https://host.");
    }

    /// <summary>The address of a unit that is called.</summary>
    /// <exception cref="InvalidOperationException">None is set, or what is set is none.</exception>
    public Uri Of(string unit) => Find(unit) ?? throw new InvalidOperationException(
        $"This process calls the unit '{unit}', but {Setting(unit)} is not set to its http(s) address.");

    private static string Setting(string unit) => $"Klotho:{Section}:{unit}";
}
