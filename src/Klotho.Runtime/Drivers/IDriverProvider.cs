namespace Klotho.Drivers;

/// <summary>Opens the drivers of one technology. A package that adds a technology registers one for each kind of driver it has.</summary>
/// <typeparam name="TDriver">The kind of driver: <see cref="IKeyValueDriver"/>, <see cref="IBlobDriver"/> or <see cref="ITopicDriver"/>.</typeparam>
public interface IDriverProvider<out TDriver>
{
    /// <summary>The scheme of the bindings that it opens: <c>memory</c>, <c>file</c>, <c>dynamodb</c>.</summary>
    string Scheme { get; }

    /// <summary>Opens the driver of the resource <paramref name="id"/>. Reads the binding, and asks nobody over the network.</summary>
    /// <exception cref="InvalidOperationException">The binding is malformed; the message names its key.</exception>
    TDriver Open(string id, ResourceBinding binding);
}
