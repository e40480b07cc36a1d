using System.ComponentModel.DataAnnotations.Schema;

namespace Klotho.Runtime.Tests.Host;

/// <summary>A sale that the shop has confirmed.</summary>
public sealed class Sale
{
    /// <summary>From this id on sales are never confirmed.</summary>
    public const int Forsaken = 10_000_000;

    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }
}
