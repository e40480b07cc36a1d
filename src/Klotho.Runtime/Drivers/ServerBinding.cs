using System.Globalization;

namespace Klotho.Drivers;

/// <summary>A binding to a server: <c>scheme://user@host:port/path?option=value</c>. Passwords never stand in it, only where they are found.</summary>
/// <param name="Binding">The binding as it was configured.</param>
/// <param name="Host">The server's name or address.</param>
/// <param name="Port">The server's port.</param>
/// <param name="User">Who logs in; null where the binding names nobody.</param>
/// <param name="Path">What is behind the port, without its slash; empty where there is nothing.</param>
/// <param name="Options">The options by name.</param>
public sealed record ServerBinding(
    ResourceBinding Binding, string Host, int Port, string? User, string Path, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Reads a binding.</summary>
    /// <param name="binding">The binding.</param>
    /// <param name="form">Its form, for messages: <c>postgres://user@host:port/database</c>.</param>
    /// <param name="port">The port of a binding that names none.</param>
    /// <param name="known">The options that there are.</param>
    /// <exception cref="InvalidOperationException">It is malformed, holds a password, or has an option that is not known.</exception>
    public static ServerBinding Read(ResourceBinding binding, string form, int port, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(known);
        if (!Uri.TryCreate($"server://{binding.Target}", UriKind.Absolute, out var address) || address.Host.Length == 0 || address.Fragment.Length > 0)
        {
            throw binding.Malformed(form);
        }

        if (address.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{binding.Key} holds a password: write ?password=file:///path in its place, and the password into the file.");
        }

        var options = BindingOptions.Read(binding, address.Query, known);
        var user = Uri.UnescapeDataString(address.UserInfo);
        return new(
            binding, address.IdnHost, address.Port < 0 ? port : address.Port, user.Length == 0 ? null : user,
            Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), options);
    }

    /// <summary>An option that is on or off.</summary>
    /// <exception cref="InvalidOperationException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public bool IsOn(string option) => Options.GetValueOrDefault(option) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new InvalidOperationException($"{Binding.Key}: {option} is true or false."),
    };

    /// <summary>What tells one server and login from another, whatever else the binding says.</summary>
    /// <param name="without">The options that do not matter for it.</param>
    public string Login(params IReadOnlyList<string> without) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Binding.Scheme}://{User}@{Host}:{Port}/{Path}?{string.Join('&', Options.Where(option => !without.Contains(option.Key, StringComparer.Ordinal)).OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}"))}");
}
