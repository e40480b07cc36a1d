namespace Klotho.Analysis.Wire;

/// <summary>A derived type. Without <paramref name="Discriminator"/> it is written without a sign of its type.</summary>
public sealed record WireCase(WireDiscriminator? Discriminator, WireTypeName Type);
