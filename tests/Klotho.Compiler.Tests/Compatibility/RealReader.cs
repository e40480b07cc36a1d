using System.Reflection;
using System.Text.Json;
using Klotho.Compiler.Tests.Wire;
using Klotho.Planning.Compatibility;
using Microsoft.AspNetCore.Http.Json;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>Asks System.Text.Json itself: writes instances of one type, reads them as another, and looks at what arrives.</summary>
internal sealed class RealReader(Assembly assembly)
{
    private const int Instances = 60;

    private static readonly JsonSerializerOptions Json = new JsonOptions().SerializerOptions;

    /// <summary>The worst that happens to any of the instances; null where all arrive.</summary>
    public WireEffect? Effect(Type written, Type read)
    {
        Json.MakeReadOnly();
        var maker = new InstanceMaker(assembly, new(7));
        var worst = default(WireEffect?);
        for (var count = 0; count < Instances && worst != WireEffect.Throws; count++)
        {
            var effect = Effect(maker.Make(written), written, read);
            worst = effect is null ? worst : worst is null || effect < worst ? effect : worst;
        }

        return worst;
    }

    public static WireEffect? Effect(object? instance, Type written, Type read)
    {
        var text = JsonSerializer.Serialize(instance, written, Json);
        try
        {
            var arrived = JsonSerializer.Deserialize(text, read, Json);
            var comparison = new ArrivalComparison(Json);
            return !comparison.Same(instance, written, arrived, read) ? WireEffect.Loses : comparison.HasMissed ? WireEffect.Misses : null;
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException or InvalidOperationException)
        {
            return WireEffect.Throws;
        }
    }
}
