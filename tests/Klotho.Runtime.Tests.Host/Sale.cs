using System.ComponentModel.DataAnnotations.Schema;

namespace Klotho.Runtime.Tests.Host;

/// <summary>A sale that the shop has confirmed.</summary>
public sealed class Sale
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }
}
