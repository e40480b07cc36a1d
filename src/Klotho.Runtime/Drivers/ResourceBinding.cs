using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>What a resource is connected to: <c>scheme://target</c> in the configuration.</summary>
/// <param name="Key">The configuration's key, <c>Klotho:Persist:images</c>: what a message about it names.</param>
/// <param name="Scheme">The technology: <c>memory</c>, <c>file</c>, <c>s3</c>.</param>
/// <param name="Target">Everything behind <c>://</c>, as the technology reads it.</param>
public sealed record ResourceBinding(string Key, string Scheme, string Target)
{
    private const string Separator = "://";
    private const string SubscriptionSection = "Subscriptions";

    /// <summary>
    /// The binding of an id, or null where it has none. A deployed unit is given its bindings in environment variables,
    /// whose names hold no hyphens everywhere: <c>Klotho__Persist__slide_meta</c> binds <c>slide-meta</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The configuration holds something that is no binding.</exception>
    public static ResourceBinding? Find(IConfiguration configuration, string section, string id)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(id);
        var key = $"Klotho:{section}:{id}";
        var text = Setting(configuration, section, id);
        return string.IsNullOrEmpty(text) ? null : Parse(key, text);
    }

    /// <summary>
    /// What a unit receives a topic's messages from: <c>Klotho:Subscriptions:TOPIC:UNIT</c>, for a process of several units that takes each
    /// unit's own queue, else <c>Klotho:Subscriptions:TOPIC</c>. Null where the configuration has neither.
    /// </summary>
    /// <exception cref="InvalidOperationException">The configuration holds something that is no binding.</exception>
    public static ResourceBinding? FindSubscription(IConfiguration configuration, string topic, string unit) =>
        Find(configuration, SubscriptionSection, $"{topic}:{unit}") ?? Find(configuration, SubscriptionSection, topic);

    /// <summary>What a setting of an id holds, by its name with hyphens or with underscores.</summary>
    internal static string? Setting(IConfiguration configuration, string section, string id) =>
        configuration[$"Klotho:{section}:{id}"] is { Length: > 0 } exact ? exact : configuration[$"Klotho:{section}:{id.Replace('-', '_')}"];

    /// <summary>Reads a binding, or a reference that another setting holds.</summary>
    /// <param name="key">What a message about it names.</param>
    /// <param name="text"><c>scheme://target</c>.</param>
    /// <exception cref="InvalidOperationException">It is none; the message does not repeat it, because it may be a password.</exception>
    public static ResourceBinding Parse(string key, string text) => TryParse(key, text)
        ?? throw new InvalidOperationException($"{key} is not a binding: it has the form scheme://target, such as memory:// or file:///path.");

    /// <summary>Reads a binding; null where the text is none.</summary>
    /// <param name="key">What a message about it names.</param>
    /// <param name="text"><c>scheme://target</c>.</param>
    public static ResourceBinding? TryParse(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        return end > 0 ? new ResourceBinding(key, text[..end], text[(end + Separator.Length)..]) : null;
    }

    /// <summary>What a driver throws that cannot read the binding. The message does not repeat the target, which may hold a password.</summary>
    /// <param name="form">The form that the driver reads: <c>s3://bucket/prefix</c>.</param>
    public InvalidOperationException Malformed(string form) => new($"{Key} is a malformed binding: it has the form {form}.");
}
