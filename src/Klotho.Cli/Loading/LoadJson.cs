using System.Text.Json.Serialization;

namespace Klotho.Cli.Loading;

/// <summary>How what the load keeps is written.</summary>
[JsonSerializable(typeof(LoadedState))]
[JsonSerializable(typeof(BoundState))]
internal sealed partial class LoadJson : JsonSerializerContext;
