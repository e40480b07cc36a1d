namespace Klotho.Drivers;

/// <summary>
/// Opens drivers of what a deployed process has no binding of. Code may ask for such a resource and never use it; whoever uses it
/// learns what is missing.
/// </summary>
/// <param name="create">Makes a driver all of whose operations throw <see cref="InvalidOperationException"/> with a message.</param>
internal sealed class UnboundProvider<TDriver>(Func<string, TDriver> create) : IDriverProvider<TDriver>
{
    // No binding can have it.
    public string Scheme => "";

    public TDriver Open(string missing) => create(missing);

    TDriver IDriverProvider<TDriver>.Open(string id, ResourceBinding binding) => throw binding.Malformed("scheme://target");
}
